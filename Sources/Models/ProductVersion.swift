/// The version of all programs of the product, the only place that says it.
package enum ProductVersion {
    package static let text = "0.1.0"
}
