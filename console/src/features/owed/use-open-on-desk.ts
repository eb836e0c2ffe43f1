import { useNavigate } from 'react-router';
import { select, selectOrder } from '../desk/desk-state';

/** Shows the row's incident on the desk. */
export function useOpenOnDesk(): (incidentId: string, orderId: string | null) => void {
  const navigate = useNavigate();
  return (incidentId, orderId) => {
    select(incidentId);
    if (orderId !== null) selectOrder(orderId);
    void navigate('/desk');
  };
}
