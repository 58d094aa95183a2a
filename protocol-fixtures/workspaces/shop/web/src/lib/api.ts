/** A product as the API describes it. */
export interface Product {
  slug: string;
  name: string;
  descriptionHtml: string;
  priceCents: number;
  stock: number;
}

/** A request that the API refused. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    path: string,
  ) {
    super(`${path} answered with ${status}`);
  }
}

async function get<Result>(path: string, signal?: AbortSignal): Promise<Result> {
  const response = await fetch(`/api${path}`, {
    headers: { Accept: "application/json" },
    signal,
  });
  if (!response.ok) {
    throw new ApiError(response.status, path);
  }
  return (await response.json()) as Result;
}

export function fetchProduct(slug: string, signal?: AbortSignal): Promise<Product> {
  return get<Product>(`/products/${encodeURIComponent(slug)}`, signal);
}

export function searchProducts(words: string, signal?: AbortSignal): Promise<Product[]> {
  const query = new URLSearchParams({ q: words });
  return get<Product[]>(`/products?${query}`, signal);
}
