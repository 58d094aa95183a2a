extension ProjectPattern {
    static let inventory = ProjectPattern(
        id: "inventory",
        label: "Inventory",
        promise: "know what is there, where it lies and when to reorder",
        lexicon: Lexicon(
            names: """
                inventory, inventory management, stock management, warehouse, warehouse management, asset tracker, \
                asset management, stock tracker, lagerverwaltung, inventario, stock control, tool tracker, supply tracker, \
                equipment tracker, equipment management, spare parts, gestion de stock, pantry tracker, stockroom, wine cellar
                """,
            signals: """
                how many, bottles, are left, left in stock, storage room, restock, refill, run out, stocked, \
                tools lent, lent out, track tools, \
                freezer, what is in, expire, cupboard, \
                stock, stock level, low stock, barcode, scan, qr code, reorder, supplier, purchase order, storage location, \
                shelf, sku, count items, expiry date, tools, equipment, parts, lab supplies, materials, pallets, picking, \
                checked out tools, who has what, serial number, home inventory, running out, batches, ingredients stock, \
                belongings, goods receipt, stocktake, cellar, machinery, consumables
                """,
            hints: "item, quantity, location, track, scan items, manage, alert, box, room, count, label, storage"),
        audience: "small warehouses",
        personas: [
            Persona("{One}", goal: "Find an item and its quantity in seconds", pain: "Walks to the shelf to look"),
            Persona("Buyer", goal: "Order in time, and not too much", pain: "Learns of a shortage when work stops"),
            Persona("Auditor", goal: "Trace who took what, and when", pain: "The list and the shelf disagree"),
        ],
        entities: [
            Entity(
                "item", ["M6 bolts, box of 100", "Safety gloves, size 9", "LED panel", "Packing tape"],
                [
                    .title("name"), .text("code"), .number("quantity"), .number("reorder at"), .text("location"),
                    .choice("status", "in stock", "low", "ordered"),
                ]),
            Entity(
                "supplier", ["Hansen Supply", "Delta Parts", "Greenline Trading"],
                [
                    .title("name"), .email, .phone, .number("delivery days"),
                ]),
            Entity(
                "movement", ["Received 200 bolts", "Issued 12 gloves", "Counted packing tape"],
                [
                    .title("description"), .number("quantity"), .choice("kind", "in", "out", "count"),
                    .date("moved on"),
                ]),
        ],
        features: [
            Feature(
                .must, "Item list", "Every item of {who} with code, place and quantity, found by name or scan.", .table,
                of: "item", [.records, .search]),
            Feature(
                .must, "Stock movements",
                "Receipts, issues and counts, each with person and time; the quantity follows from them.", .table,
                of: "movement", [.records]),
            Feature(
                .must, "Low stock board", "What is low, what is ordered and what is back in stock.", .board, of: "item",
                [.notifications]),
            Feature(
                .should, "Suppliers", "Contacts, delivery times and what each supplies.", .cards, of: "supplier",
                [.records]),
            Feature(
                .should, "Stock report", "Quantities by status, and what has not moved for months.", .summary,
                of: "item", [.reports]),
            Feature(
                .should, "Movement calendar", "What came and went on which day.", .calendar, of: "movement",
                [.scheduling]),
            Feature(
                .nice, "Labels and scanning", "Print labels, and scan them with a phone's camera.", .settings, [.files]),
            Feature(
                .nice, "Roles", "Who may count, who may order, who may only look.", .settings,
                [.accounts, .administration]),
        ],
        constraints: [
            "A quantity is the sum of its movements and cannot be edited by itself",
            "Scanning works without a connection; conflicts are shown, never overwritten",
        ])
}
