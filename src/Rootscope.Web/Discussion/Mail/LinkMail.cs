using System.Threading.Channels;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;
using Rootscope.Web.Discussion.Rights;
using Rootscope.Web.Hosting;
using Rootscope.Web.Language;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Discussion.Mail;

/// <summary>
/// Sends the links by which a browser shows that its user reads the mail of an address. Nobody waits for mail, and a mail that cannot be
/// sent costs nothing but a moderator's time.
/// </summary>
/// <remarks>
/// The mail holds nothing that the writer has typed, so that nobody can use it to send words of his own to somebody else. Whether an
/// address gets one is found out here, when the answer to whoever named it has gone out.
/// </remarks>
internal sealed class LinkMail(ObservatoryOptions options, WriterSessions sessions, ILogger<LinkMail> log) : BackgroundService
{
    private static readonly Action<ILogger, int, int, string, int, string, Exception?> Failed = LoggerMessage.Define<
        int,
        int,
        string,
        int,
        string
    >(
        LogLevel.Warning,
        new EventId(0, nameof(Failed)),
        "A link to a writer's comments could not be mailed (try {Attempt} of {Tries}) by {Host}:{Port}: {Fault}. What waits is for a "
            + "moderator."
    );

    private static readonly Action<ILogger, string, Exception?> NotMade = LoggerMessage.Define<string>(
        LogLevel.Warning,
        new EventId(0, nameof(NotMade)),
        "A link to a writer's comments could not be made: {Fault}. Is the database there?"
    );

    private const int MostWaiting = 1000;
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);
    private static readonly Phrase Subject = new("Your comments", "您的评论");
    private static readonly Phrase Body = new(
        "Somebody, probably you, has sent a comment to {0} with this address, or has asked for this link.\n\nIf it was you, it opens all "
            + "comments of this address, within two days and once, in the browser where you follow it. There you publish those that are "
            + "yours without waiting for a moderator, take them away as a file, or erase them:\n\n{1}\n\n"
            + "If it was not you, you need do nothing; by the same link you can erase what was sent in your name. The address is never "
            + "published.\n",
        "有人（可能是您本人）用此邮箱向 {0} 提交了评论，或索取了此链接。\n\n"
            + "如果是您本人，此链接两天内可使用一次：在打开它的浏览器中显示此邮箱的全部评论，您可以直接发布属于您的评论、下载或删除它们："
            + "\n\n{1}\n\n如果不是您本人，可以忽略此邮件；也可以通过此链接删除以您的名义提交的内容。您的邮箱绝不会公开。\n"
    );

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Whether there is a server to send by.</summary>
    public bool IsOn => options.MailAddress is not null;

    /// <summary>
    /// Sends a link, soon, if comments have come with the address and it has not got enough of them; nothing without a server.
    /// </summary>
    /// <param name="email">The address; it is kept in memory until the mail is sent.</param>
    /// <param name="tongue">The language of the page.</param>
    /// <param name="wasAsked">Whether somebody asks for the link; otherwise a comment came.</param>
    public void Offer(string email, Tongue tongue, bool wasAsked)
    {
        if (IsOn)
        {
            _waiting.Writer.TryWrite(new Waiting(email, tongue, wasAsked));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.MailAddress is null)
        {
            return;
        }

        var server = MailServer.Parse(options.MailAddress);
        await foreach (Waiting waiting in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (await LinkAsync(waiting, stoppingToken) is not { } link)
            {
                continue;
            }

            for (int attempt = 1; !await WasSentAsync(server, waiting, link, attempt, stoppingToken) && attempt < Tries; attempt++)
            {
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task<string?> LinkAsync(Waiting waiting, CancellationToken cancellation)
    {
        try
        {
            return await sessions.LinkAsync(waiting.Email, waiting.WasAsked, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotMade(log, e.GetType().Name, null);
            return null;
        }
    }

    private async Task<bool> WasSentAsync(MailServer server, Waiting waiting, string link, int attempt, CancellationToken cancellation)
    {
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(server.Host, server.Port, server.Security, cancellation);
            if (server.Credentials is { } credentials)
            {
                await client.AuthenticateAsync(credentials, cancellation);
            }

            using MimeMessage message = MessageOf(server, waiting, link);
            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What the server said may repeat the address, and a log holds none: the kind of fault is enough to look for it there.
            Failed(log, attempt, Tries, server.Host, server.Port, e.GetType().Name, null);
            return false;
        }
    }

    private MimeMessage MessageOf(MailServer server, Waiting waiting, string token)
    {
        Uri site = options.PublicAddress ?? new Uri(options.Urls[0]);
        var link = new Uri(
            site,
            $"/discussion/confirm?token={Uri.EscapeDataString(token)}" + $"{(waiting.Tongue == Tongue.Chinese ? "&lang=zh" : string.Empty)}"
        );
        var message = new MimeMessage { Subject = $"{Subject[waiting.Tongue]} · {Phrases.Site[waiting.Tongue]}" };
        message.From.Add(new MailboxAddress(Phrases.Site[waiting.Tongue], server.From));
        message.To.Add(new MailboxAddress(string.Empty, waiting.Email));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain")
        {
            Text = string.Format(System.Globalization.CultureInfo.InvariantCulture, Body[waiting.Tongue], site.Authority, link),
        };
        return message;
    }

    private sealed record Waiting(string Email, Tongue Tongue, bool WasAsked);
}
