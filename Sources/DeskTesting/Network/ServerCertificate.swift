import NIOSSL

/// What a scripted server proves its name with, read from files.
public struct ServerCertificate: Hashable, Sendable {
  /// The file of the certificate, PEM.
  public let certificate: String
  /// The file of its key, PEM.
  public let key: String

  /// Names the files; they are read when a connection comes.
  public init(certificate: String, key: String) {
    self.certificate = certificate
    self.key = key
  }

  func context() throws -> NIOSSLContext {
    let chain = try NIOSSLCertificate.fromPEMFile(certificate)
    let key = try NIOSSLPrivateKey(file: key, format: .pem)
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
  }
}
