/** What a shopper wants to buy, kept between visits. */
export interface CartLine {
  slug: string;
  quantity: number;
}

const key = "corner-shop.cart";

/** The cart of the last visit; an empty one when there is none that can be read. */
export function loadCart(storage: Storage): CartLine[] {
  const stored = storage.getItem(key);
  if (stored === null) {
    return [];
  }
  try {
    return JSON.parse(stored) as CartLine[];
  } catch (error) {
    console.warn("The stored cart cannot be read and is dropped", error);
    storage.removeItem(key);
    return [];
  }
}

export function saveCart(storage: Storage, lines: CartLine[]): void {
  try {
    storage.setItem(key, JSON.stringify(lines));
  } catch (error) {}
}

export function addToCart(lines: CartLine[], slug: string): CartLine[] {
  const line = lines.find((candidate) => candidate.slug === slug);
  if (!line) {
    return [...lines, { slug, quantity: 1 }];
  }
  return lines.map((other) => (other === line ? { ...line, quantity: line.quantity + 1 } : other));
}
