using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>A mail server (aiosmtpd) on a free port of this machine that puts what it takes into a folder.</summary>
internal sealed class MailSink : IDisposable
{
    private const string Program = "/usr/bin/aiosmtpd";

    /// <summary>A mail that has not come in this time does not come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly StartedProcess _process;
    private readonly TemporaryFolder _folder;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private MailSink(StartedProcess process, TemporaryFolder folder, int port)
    {
        _process = process;
        _folder = folder;
        Address = string.Create(CultureInfo.InvariantCulture, $"smtp://127.0.0.1:{port}?from=rootscope@site.example");
    }

    public string Address { get; }

    /// <summary>How many mails have come.</summary>
    public int Count => Directory.GetFiles(_folder.PathOf("mail/new")).Length;

    public static async Task<MailSink> Start()
    {
        Assert.SkipUnless(File.Exists(Program), "needs aiosmtpd, which 'dotnet run eng/test.cs' installs where it can");
        int port = FreePort();
        var folder = new TemporaryFolder();
        var start = new ProcessStartInfo(
            Program,
            [
                "-n",
                "-l",
                string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
                "-c",
                "aiosmtpd.handlers.Mailbox",
                folder.PathOf("mail"),
            ]
        )
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        StartedProcess process = StartedProcess.Of(start);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience);
        while (!await Listens(port))
        {
            Assert.False(process.HasExited, "the mail server ended");
            await Task.Delay(Pause, limit.Token);
        }

        return new MailSink(process, folder, port);
    }

    /// <summary>A port of this machine where nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The next mail that comes.</summary>
    public async Task<MimeMessage> Next()
    {
        using var limit = new CancellationTokenSource(Patience);
        string? file;
        while ((file = Directory.GetFiles(_folder.PathOf("mail/new")).FirstOrDefault(f => !_read.Contains(f))) is null)
        {
            await Task.Delay(Pause, limit.Token);
        }

        _read.Add(file);
        return await MimeMessage.LoadAsync(file, limit.Token);
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task<bool> Listens(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
