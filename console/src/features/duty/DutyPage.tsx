export default function DutyPage() {
  return <main className="page" data-testid="duty-page" />;
}
