import NIOSSL

/// Whose certificates a connection trusts: the system's authorities and those of one file.
enum TrustedCertificates {
  /// A client's settings; `file` names PEM certificates that are trusted beside the system's.
  static func configuration(file: String?) -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    if let file { configuration.additionalTrustRoots = [.file(file)] }
    return configuration
  }

  /// Why a secure connection did not come about, for a person; nil when `error` is about
  /// something else.
  static func trouble(_ error: any Error) -> String? {
    if let error = error as? NIOSSLExtraError {
      return error == .failedToValidateHostname
        ? "the server's certificate is for another name" : "the secure connection failed"
    }
    switch error as? NIOSSLError {
    case nil: return nil
    case .failedToLoadCertificate, .noSuchFilesystemObject:
      return "the file of trusted certificates cannot be read"
    case .handshakeFailed(let inner): return words(of: "\(inner)")
    default: return "the secure connection failed"
    }
  }

  private static func words(of library: String) -> String {
    if library.contains("CERTIFICATE_VERIFY_FAILED") {
      return "the server's certificate is not trusted: it has expired, or nobody we trust signed it"
    }
    if library.contains("WRONG_VERSION_NUMBER") || library.contains("HTTP_REQUEST") {
      return "the server does not speak TLS at this address"
    }
    return "the secure connection failed"
  }
}
