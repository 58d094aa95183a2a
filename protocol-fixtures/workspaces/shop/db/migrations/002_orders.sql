-- What customers ordered.
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer text NOT NULL,
    voucher text,
    notes text[] NOT NULL DEFAULT '{}',
    placed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE order_lines (
    order_id bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    slug text NOT NULL REFERENCES products (slug),
    quantity integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, slug)
);
