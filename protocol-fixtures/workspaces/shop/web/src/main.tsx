import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ProductPage } from "./pages/ProductPage";

const root = document.getElementById("root");
if (!root) {
  throw new Error("index.html has no element with the id 'root'");
}

createRoot(root).render(
  <StrictMode>
    <ProductPage slug={window.location.pathname.slice(1)} />
  </StrictMode>,
);
