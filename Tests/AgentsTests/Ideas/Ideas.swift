/// Ideas with the pattern that a person would pick for each.
enum Ideas {
    static let all = oneOfEachPattern + paraphrases + unseen + spoken + voices + strangers
}
