import { useEffect, useState } from "react";
import { searchProducts, type Product } from "../lib/api";

/** A field that shows matching products while the shopper types. */
export function SearchBox({ onPick }: { onPick: (product: Product) => void }) {
  const [words, setWords] = useState("");
  const [matches, setMatches] = useState<Product[]>([]);

  useEffect(() => {
    if (words.trim().length < 2) {
      setMatches([]);
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      debugger;
      try {
        setMatches(await searchProducts(words, controller.signal));
      } catch (error) {
        if (!controller.signal.aborted) {
          reportError(error);
        }
      }
    }, 150);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [words]);

  return (
    <div role="search">
      <label>
        Search
        <input value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <ul>
        {matches.map((product) => (
          <li key={product.slug}>
            <button className="button" type="button" onClick={() => onPick(product)}>
              {product.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
