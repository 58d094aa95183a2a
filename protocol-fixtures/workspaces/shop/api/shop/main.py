"""The HTTP interface of the shop."""

from fastapi import FastAPI, HTTPException

from shop.orders import Order, place_order
from shop.products import Product, find_product, search_products

app = FastAPI(title="Corner shop")


@app.get("/products")
def products(q: str) -> list[Product]:
    """Answers the search box."""
    return search_products(q)


@app.get("/products/{slug}")
def product(slug: str) -> Product:
    """Answers a product's page."""
    found = find_product(slug)
    if found is None:
        raise HTTPException(status_code=404, detail=f"There is no product '{slug}'.")
    return found


@app.post("/orders", status_code=201)
def orders(order: Order) -> dict[str, int]:
    """Places an order."""
    return {"id": place_order(order)}
