-- Runs on the first of each month: forgets carts that nobody came back to.
BEGIN;

DELETE FROM cart_lines;

DELETE FROM carts WHERE updated_at < now() - interval '90 days';

COMMIT;
