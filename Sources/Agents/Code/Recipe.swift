import Patterns

/// A well-known routine that can be written without a model: what it is asked for by, and its code in some languages.
///
/// A description is taken only where every word of it belongs to the recipe, so that nothing that was asked for is missing.
struct Recipe: Sendable {
    /// One of these has to be there.
    let names: Set<String>
    /// Words that may stand beside, and that the code does justice to.
    let words: Set<String>
    let purpose: String
    /// By the specification's names of languages; `javascript` is made of `typescript` where it is missing.
    let code: [String: String]

    /// The code for a description in a language.
    static func find(_ description: String, path: String) -> (recipe: Recipe, language: String, code: String)? {
        let language = SourceFile.language(of: path)
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let said = description.isEmpty ? String(name.prefix { $0 != "." }) : description
        let stems = Set(CodeLines.parts(of: said).filter { !IdeaShape.stopWords.contains($0) }.map(Words.stem))
        guard !stems.isEmpty else { return nil }
        for recipe in all {
            let names = Set(recipe.names.map(Words.stem))
            let known = names.union(recipe.words.map(Words.stem)).union(languageWords)
            guard !stems.isDisjoint(with: names), stems.isSubset(of: known), let code = recipe.code[language] else {
                continue
            }
            return (recipe, language, code)
        }
        return nil
    }

    /// What says only that it is to be code.
    private static let languageWords = Set(
        [
            "function", "helper", "helpers", "module", "algorithm", "implementation", "implement", "write", "python",
            "typescript", "javascript", "rust", "c", "go", "swift", "recursive", "functions", "a", "utility",
            "utilities", "code", "program",
        ].map(Words.stem))

    static let all: [Recipe] = [formatDates, quicksort, fibonacci, factorial]
}
