/// One text while it is read: its tokens, what the lexicons say to them, and what that adds up to.
struct MoodWorkspace {
  var text: MoodText
  let signs: UnsafeMutableBufferPointer<SignWord>
  let spelling: UnsafeMutableBufferPointer<UInt16>
  let places: UnsafeMutableBufferPointer<UInt64>
  var sums = MoodSums()

  /// A workspace in a room that outlives it and that nobody else uses meanwhile.
  init(_ room: MoodRoom) {
    text = MoodText(room)
    signs = room.signs
    spelling = room.spelling
    places = room.places
  }
}
