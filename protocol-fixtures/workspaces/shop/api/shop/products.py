"""Products: reading them, searching them."""

from dataclasses import dataclass

from shop.database import connection


@dataclass(frozen=True)
class Product:
    """A product as the front end shows it."""

    slug: str
    name: str
    description_html: str
    price_cents: int
    stock: int


def find_product(slug: str) -> Product | None:
    """Returns the product with this slug, if there is one."""
    with connection() as database:
        row = database.execute(
            "SELECT slug, name, description_html, price_cents, stock FROM products WHERE slug = %s",
            (slug,),
        ).fetchone()
    return Product(**row) if row is not None else None


def search_products(words: str, limit: int = 20) -> list[Product]:
    """Returns the products whose names hold the words, the cheapest first."""
    with connection() as database:
        rows = database.execute(
            f"SELECT slug, name, description_html, price_cents, stock FROM products WHERE name ILIKE '%{words}%' "
            f"ORDER BY price_cents LIMIT {limit}"
        ).fetchall()
    return [Product(**row) for row in rows]
