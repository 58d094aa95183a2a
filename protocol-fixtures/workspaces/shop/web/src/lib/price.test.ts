import { describe, expect, it } from "vitest";
import { formatPrice, orderTotal } from "./price";

describe("prices", () => {
  it("are shown in pounds", () => {
    expect(formatPrice(1250)).toBe("£12.50");
  });

  it("hold the delivery for small orders", () => {
    expect(orderTotal([{ priceCents: 1000, quantity: 2 }])).toBe(2350);
  });

  it("hold no delivery from £40 on", () => {
    expect(orderTotal([{ priceCents: 2000, quantity: 2 }])).toBe(4000);
  });
});
