extension ProjectPattern {
    static let inventory = ProjectPattern(
        id: "inventory",
        label: "Inventory",
        promise: "know what is there, where it lies and when to reorder",
        lexicon: Lexicon(
            names: """
                inventory, inventory management, stock management, warehouse, warehouse management, asset tracker, \
                asset management, stock tracker, lagerverwaltung, inventario, stock control, tool tracker, supply \
                tracker, equipment tracker, equipment management, spare parts, gestion de stock, pantry tracker, \
                stockroom, wine cellar, stock list, stock levels, stock app, stock control for, low stock alerts, \
                tool library, tool inventory, tool crib, prop store, props, costume inventory, freezer inventory, \
                freezer, fridge inventory, pantry, pantry inventory, wine inventory, medicine cabinet inventory, \
                home inventory for insurance, lab inventory, chemical inventory, it asset, it assets, laptop \
                inventory, hardware inventory, equipment list, equipment checkout, equipment loans, storage boxes, \
                moving boxes, box labels, garage inventory, workshop inventory, parts inventory, parts catalogue, \
                warehouse app, warehouse stock, stock room, stockkeeping, fleet of equipment, key management, key \
                register, loan equipment, library of things, first aid supplies stock, food stocks, linen tracking, \
                asset register, qr code labels, seed stock, handed out to employees, laptops and monitors, track \
                laptops, kegs in, kegs out, pub cellar, cellar stock, equipment handed out, device inventory, device \
                tracking, tool tracking, uniform tracking, loan register, school equipment, sports equipment, lab \
                equipment, camera equipment, stage equipment, av equipment, it equipment, kitchen stock, bar stock, \
                medical stock, blood bank stock, spare part stock, library of tools
                """,
            signals: """
                how many, bottles, are left, left in stock, storage room, restock, refill, run out, stocked, tools \
                lent, lent out, track tools, what is in, expire, cupboard, stock, stock level, low stock, barcode, \
                scan, qr code, reorder, supplier, purchase order, storage location, shelf, sku, count items, expiry \
                date, tools, equipment, parts, lab supplies, materials, pallets, picking, checked out tools, who has \
                what, serial number, home inventory, running out, batches, ingredients stock, belongings, goods \
                receipt, stocktake, cellar, machinery, consumables, how many are left, bolts, screws, nails in \
                stock, left in the workshop, goes off, go off, best before, use by, expires, expired food, what's in \
                it, what is in which box, which box, where things are, where did i put, find them again, find things \
                again, where is the, who has the, signed out, sign out equipment, check out equipment, returned, \
                return date, reorder point, reordering, order more, run low, running low, out of stock, overstock, \
                barcodes, barcode scanner, labels on boxes, boxes, shelves, bins, suppliers, deliveries received, \
                lots, lot numbers, batch numbers, stock count, counting stock, spares, components, electronics \
                parts, raw materials, fabric, yarn stash, paint stock, theatre props, costumes, cameras and lenses, \
                kit list, radio equipment, uniforms, ppe, medical supplies, office supplies, stationery, keg, kegs, \
                attic, basement, lending tools, bike shop stock, which are out, which are back, which are broken, \
                ski hire, hire shop, back room, what we have in stock, have in stock, in stock, items in, items \
                left, stuff in boxes, stuff in the attic, what's in the, what is in the, where i put, where is my, \
                find my stuff, tools went, who took, who borrowed the drill, took the, brought back, bring back, \
                bring it back, checked out, check out, checked in, give back, given back, hand out equipment, issue \
                equipment, missing tools, keys, which key, count, stock of, hardware shop, barcode based, supplies, \
                supplies run low, order again, use before, before it expires, laptops, laptop, monitors, handed out, \
                hand out, issued, assigned devices, devices assigned, phones handed, equipments, gear, kit, in and \
                out, goods in, goods out, stock in, stock out, incoming goods, outgoing goods, barrels, crates, \
                cases of, barrel, cylinders gas, tyres stock, seeds stock, vaccine stock, drugs stock, medicine \
                stock, pharmacy stock, paper stock, ink, toner, cables, timber, wood, metal, steel, yarn, beads, \
                craft supplies, paints, reagents, chemicals, samples in the lab, freezer samples, specimen, \
                specimens, containers labelled, labelled, label, rfid, scan codes, scanning, stocktaking, take \
                stock, count stock, quantities, quantity, minimum stock, min stock, shortage, shortages, running out \
                of, restocking, replenish, warehouses, storeroom, store room, storage units, storage unit, lockers, \
                shed, drawers, rack
                """,
            hints: """
                item, location, track, scan items, manage, alert, box, room, storage, workshop, shop stock, where, \
                left, low, code, monitor, employee, handed, pub, which
                """),
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
