import CMoodModel
public import DeskCore

extension MoodModel {
  /// The model that ships inside the program; it is mapped with it and needs no file.
  ///
  /// - Throws: `MoodModelError` if the program was built with a model of another version.
  public static func shipped() throws(MoodModelError) -> MoodModel {
    let bytes = UnsafeRawBufferPointer(start: mood_model_start(), count: mood_model_count())
    return try MoodModel(bytes: bytes, owner: nil)
  }

  /// Maps a model file, and checks its checksum.
  ///
  /// - Throws: `MoodModelError`, also if the file is missing or damaged.
  public static func mapped(path: String) throws(MoodModelError) -> MoodModel {
    let file = try MappedFile(path: path)
    let model = try MoodModel(bytes: file.bytes, owner: file)
    try model.verify()
    return model
  }
}
