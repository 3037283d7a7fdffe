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
/// Sends writers the link that confirms their address. Comments do not wait for mail, and a mail that cannot be sent costs nothing but a
/// moderator's time.
/// </summary>
/// <remarks>
/// The mail holds nothing that the writer has typed, so that nobody can use it to send words of his own to somebody else.
/// </remarks>
internal sealed partial class ConfirmationMail(ObservatoryOptions options, CommentRights rights, ILogger<ConfirmationMail> log)
    : BackgroundService
{
    private const int MostWaiting = 1000;
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);
    private static readonly Phrase Subject = new("Confirm your address", "请确认您的邮箱");
    private static readonly Phrase Body = new(
        "Somebody, probably you, has sent a comment to {0} with this address.\n\nIf it was you, this link confirms the address within "
            + "two days; your comments then appear without waiting for a moderator:\n\n{1}\n\n"
            + "If it was not you, do nothing: the comment waits for a moderator, and the address is never published.\n",
        "有人（可能是您本人）用此邮箱向 {0} 提交了一条评论。\n\n如果是您本人，请在两天内打开下面的链接确认邮箱；此后您的评论无需等待审核即可发布：\n\n{1}\n\n如果不是您本人，请忽略此邮件：该评论将等待审核，您的邮箱绝不会公开。\n"
    );

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Whether there is a server to send by.</summary>
    public bool IsOn => options.MailAddress is not null;

    /// <summary>Sends the link, soon; nothing where there is no server.</summary>
    /// <param name="email">The writer's address; it is kept in memory until the mail is sent.</param>
    /// <param name="key">The comment that came with it.</param>
    /// <param name="tongue">The language of the page.</param>
    public void Offer(string email, string key, Tongue tongue)
    {
        if (IsOn)
        {
            _waiting.Writer.TryWrite(new Waiting(email, key, tongue));
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
            for (int attempt = 1; !await WasSentAsync(server, waiting, attempt, stoppingToken) && attempt < Tries; attempt++)
            {
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task<bool> WasSentAsync(MailServer server, Waiting waiting, int attempt, CancellationToken cancellation)
    {
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(server.Host, server.Port, server.Security, cancellation);
            if (server.Credentials is { } credentials)
            {
                await client.AuthenticateAsync(credentials, cancellation);
            }

            using MimeMessage message = MessageOf(server, waiting);
            await client.SendAsync(message, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What the server said may repeat the address, and a log holds none: the kind of fault is enough to look for it there.
            Failed(log, attempt, Tries, server.Host, server.Port, e.GetType().Name);
            return false;
        }
    }

    private MimeMessage MessageOf(MailServer server, Waiting waiting)
    {
        Uri site = options.PublicAddress ?? new Uri(options.Urls[0]);
        var link = new Uri(
            site,
            $"/discussion/confirm?token={Uri.EscapeDataString(rights.ConfirmToken(waiting.Key))}"
                + $"{(waiting.Tongue == Tongue.Chinese ? "&lang=zh" : string.Empty)}"
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

    [LoggerMessage(
        LogLevel.Warning,
        "A link that confirms an address could not be mailed (try {Attempt} of {Tries}) by {Host}:{Port}: {Fault}. Its comment waits "
            + "for a moderator."
    )]
    private static partial void Failed(ILogger logger, int attempt, int tries, string host, int port, string fault);

    private sealed record Waiting(string Email, string Key, Tongue Tongue);
}
