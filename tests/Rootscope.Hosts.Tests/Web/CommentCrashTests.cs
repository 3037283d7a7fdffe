using System.Diagnostics;
using System.Net;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>A server that is killed while comments come in has every comment that it thanked for.</summary>
public class CommentCrashTests
{
    private const int Writers = 3;
    private const string Page = "/discuss/technology/logic_chips";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Kill_9_loses_no_comment_that_was_acknowledged()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends SIGKILL, which Windows does not have");
        using var folder = new TemporaryFolder();
        var command = new CommandProcess(folder.Root, folder.PathOf("workspace"));
        var acknowledged = new List<string>();
        using (StartedProcess server = command.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", folder.PathOf("site")]))
        {
            Uri address = await AddressOf(server);
            Visitor[] visitors = [.. Enumerable.Range(0, Writers).Select(_ => new Visitor(address))];
            Answer[] forms = await Task.WhenAll(visitors.Select(v => v.Get(Page)));
            await Task.Delay(Rootscope.Web.Discussion.Spam.FormStamps.Soonest + TimeSpan.FromSeconds(0.5));
            Task[] writing = [.. visitors.Select((v, i) => Write(v, forms[i], i, acknowledged))];
            await Task.WhenAny(writing);
            server.Kill();
            await Task.WhenAll(writing);
            await server.EndAsync();
        }

        Assert.NotEmpty(acknowledged);
        using StartedProcess again = command.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", folder.PathOf("site")]);
        try
        {
            using var reader = new Visitor(await AddressOf(again));
            foreach (string own in acknowledged)
            {
                Assert.Contains("Remark of", (await reader.Get(own)).Text, StringComparison.Ordinal);
            }
        }
        finally
        {
            again.Kill();
            await again.EndAsync();
        }
    }

    private static async Task Write(Visitor visitor, Answer form, int number, List<string> acknowledged)
    {
        try
        {
            Answer sent = await visitor.Post(
                Page,
                form,
                ("name", "Ann"),
                ("email", $"ann{number}@example.org"),
                ("text", $"Remark of {number}."),
                ("consent", "yes")
            );
            string link = WebUtility.HtmlDecode(
                System
                    .Text.RegularExpressions.Regex.Match(
                        sent.Text,
                        "href=\"(?<link>/discussion/mine\\?token=[^\"]*)\"",
                        System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
                        Patience
                    )
                    .Groups["link"]
                    .Value
            );
            if (link.Length > 0)
            {
                lock (acknowledged)
                {
                    acknowledged.Add(link);
                }
            }
        }
        catch (HttpRequestException)
        {
            // The server is gone: this comment was never acknowledged.
        }
    }

    private static async Task<Uri> AddressOf(StartedProcess server)
    {
        const string sign = "The observatory is at ";
        while (await server.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(sign, StringComparison.Ordinal))
            {
                return new Uri(line[sign.Length..]);
            }
        }

        throw new InvalidOperationException("The server ended before it said where it is.");
    }
}
