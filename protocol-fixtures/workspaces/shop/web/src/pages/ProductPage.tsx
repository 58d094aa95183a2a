import { useEffect, useState } from "react";
import { ProductDescription } from "../components/ProductDescription";
import { fetchProduct, type Product } from "../lib/api";
import { addToCart, loadCart, saveCart } from "../lib/cart";
import { formatPrice } from "../lib/price";

/** One product with its price, its stock and the way into the cart. */
export function ProductPage({ slug }: { slug: string }) {
  const [product, setProduct] = useState<Product | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    fetchProduct(slug, controller.signal).then(setProduct, (error: unknown) => {
      if (!controller.signal.aborted) {
        showFailure(`${slug} cannot be shown: ${String(error)}`);
      }
    });
    return () => controller.abort();
  }, [slug]);

  if (!product) {
    return <p role="status">Loading…</p>;
  }
  return (
    <main>
      <h1>{product.name}</h1>
      <p>{formatPrice(product.priceCents)}</p>
      <p>{product.stock > 0 ? `${product.stock} in stock` : "Sold out"}</p>
      <ProductDescription product={product} />
      <button
        className="button"
        type="button"
        disabled={product.stock === 0}
        onClick={() => saveCart(localStorage, addToCart(loadCart(localStorage), product.slug))}
      >
        Add to cart
      </button>
    </main>
  );
}

function showFailure(message: string) {
  const banner = document.getElementById("banner");
  if (banner) {
    banner.innerHTML = `<strong>${message}</strong>`;
  }
}
