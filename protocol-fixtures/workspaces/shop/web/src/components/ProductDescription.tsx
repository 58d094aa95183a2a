import type { Product } from "../lib/api";

/** What the shop's owner wrote about a product, in HTML. */
export function ProductDescription({ product }: { product: Product }) {
  return (
    <section aria-label="Description">
      <h2>About {product.name}</h2>
      <div dangerouslySetInnerHTML={{ __html: product.descriptionHtml }} />
    </section>
  );
}
