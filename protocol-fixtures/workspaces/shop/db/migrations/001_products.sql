-- What the shop sells.
CREATE TABLE products (
    slug text PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    description_html text NOT NULL DEFAULT '',
    price_cents integer NOT NULL CHECK (price_cents >= 0),
    stock integer NOT NULL DEFAULT 0 CHECK (stock >= 0)
);

CREATE INDEX products_by_price ON products (price_cents);
