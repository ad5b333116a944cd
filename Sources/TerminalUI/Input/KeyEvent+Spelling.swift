extension KeyEvent {
  /// The key as keymap files and help spell it: `g`, `C-d`, `M-x`, `<Enter>`, `<Space>`, `F2`.
  public var spelling: String { "" }

  /// The key for a spelling, or nil when it means none.
  public init?(spelling: String) { return nil }
}
