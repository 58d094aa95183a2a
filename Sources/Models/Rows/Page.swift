/// A part of a list, and how much there is.
package struct Page<Item: Sendable>: Sendable {
    package var items: [Item]
    /// The number of items in the whole list.
    package var total: Int
    package var hasMore: Bool

    package init(items: [Item], total: Int, hasMore: Bool) {
        self.items = items
        self.total = total
        self.hasMore = hasMore
    }
}

extension Page: Equatable where Item: Equatable {}
extension Page: Hashable where Item: Hashable {}
