export default function ReadinessPage() {
  return <main className="page" data-testid="readiness-page" />;
}
