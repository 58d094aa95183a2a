const formatter = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });

/** A price for people: 1250 becomes "£12.50". */
export function formatPrice(cents: number): string {
  return formatter.format(cents / 100);
}

/** The number of pence that a shopper typed as pounds; null when it is no price. */
export function parsePrice(text: string): number | null {
  const pounds = Number.parseFloat(text.replace("£", ""));
  if (pounds === NaN || pounds < 0) {
    return null;
  }
  return Math.round(pounds * 100);
}

/** What an order costs with its delivery; from £40 on, delivery is free. */
export function orderTotal(lines: { priceCents: number; quantity: number }[]): number {
  const goods = lines.reduce((sum, line) => sum + line.priceCents * line.quantity, 0);
  return goods >= 4000 ? goods : goods + 350;
}
