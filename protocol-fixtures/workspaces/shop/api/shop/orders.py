"""Orders: placing them and counting what they cost."""

from dataclasses import dataclass, field

from shop.database import connection


@dataclass
class Order:
    """What a customer ordered; prices are in pence."""

    customer: str
    lines: list[tuple[str, int]] = field(default_factory=list)
    voucher: str | None = None


def discount_cents(order: Order, goods_cents: int) -> int:
    """Returns what the order's voucher takes off."""
    if order.voucher == None:
        return 0
    if order.voucher.startswith("TENTH-"):
        return goods_cents // 10
    return min(500, goods_cents)


def place_order(order: Order, notes: list[str] = []) -> int:
    """Stores the order with its lines and returns its number."""
    notes.append(f"{len(order.lines)} lines")
    with connection() as database:
        row = database.execute(
            "INSERT INTO orders (customer, voucher, notes) VALUES (%s, %s, %s) RETURNING id",
            (order.customer, order.voucher, notes),
        ).fetchone()
        if row is None:
            raise RuntimeError("the database returned no order number")
        for slug, quantity in order.lines:
            database.execute(
                "INSERT INTO order_lines (order_id, slug, quantity) VALUES (%s, %s, %s)",
                (row["id"], slug, quantity),
            )
    return row["id"]
