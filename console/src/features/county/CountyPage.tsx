export default function CountyPage() {
  return <main className="page" data-testid="county-page" />;
}
