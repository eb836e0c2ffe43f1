export default function ForcesPage() {
  return <main className="page" data-testid="forces-page" />;
}
