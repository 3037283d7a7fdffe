using System.Net;
using System.Net.Mail;
using MailKit.Security;

namespace Rootscope.Web.Discussion.Mail;

/// <summary>The server that carries the site's mail, as one address says it.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the line is made safe.</param>
/// <param name="From">The address that mail comes from.</param>
/// <param name="Credentials">Who sends; null where the server asks nobody.</param>
internal sealed record MailServer(string Host, int Port, SecureSocketOptions Security, string From, NetworkCredential? Credentials)
{
    public const string Variable = "ROOTSCOPE_SMTP";

    private const string Form = "smtps://USER:PASSWORD@mail.example.org?from=rootscope@example.org";
    private const int SubmissionPort = 587;
    private const int SubmissionPortWithTls = 465;

    /// <summary>Reads an address such as <c>smtps://user:password@mail.example.org?from=rootscope@example.org</c>.</summary>
    /// <remarks>
    /// <c>smtps</c> encrypts from the first byte; <c>smtp</c> asks the server to (STARTTLS) and refuses to go on without, but on this
    /// machine, where nobody listens on the line.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The address is no such address. The message does not repeat it, because it holds a
    /// password.</exception>
    public static MailServer Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
        {
            throw Fault("is no address of a mail server");
        }

        string from = Uri.UnescapeDataString(
            uri.Query.TrimStart('?').Split('&').FirstOrDefault(p => p.StartsWith("from=", StringComparison.Ordinal))?["from=".Length..]
                ?? string.Empty
        );
        if (!MailAddress.TryCreate(from, out _))
        {
            throw Fault("does not say whom mail comes from");
        }

        bool isEncrypted = uri.Scheme == "smtps";
        return new MailServer(
            uri.Host,
            uri.IsDefaultPort || uri.Port <= 0
                ? isEncrypted
                    ? SubmissionPortWithTls
                    : SubmissionPort
                : uri.Port,
            isEncrypted ? SecureSocketOptions.SslOnConnect
                : uri.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable
                : SecureSocketOptions.StartTls,
            from,
            CredentialsOf(uri.UserInfo)
        );
    }

    private static NetworkCredential? CredentialsOf(string text)
    {
        string[] parts = text.Split(':', 2);
        return text.Length == 0
            ? null
            : new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
    }

    private static InvalidOperationException Fault(string what) =>
        new($"{Variable} {what}. Write it as {Form}, with %40 for an @ in the password.");
}
