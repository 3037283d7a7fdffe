using System.CommandLine;
using System.Text;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Web.Moderation;

namespace Rootscope.Tool;

/// <summary>Who may moderate a site, while it runs or not: a part of <c>rootscope admin</c>.</summary>
internal static class ModeratorCommands
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    private static readonly IReadOnlyList<Column<ModeratorSummary>> Columns =
    [
        new("name", string.Empty, "The name that he signs in by.", ColumnStyle.Text, "name", m => m.Name),
        new(
            "made",
            string.Empty,
            "When he was made, in universal time; null where a version before 'admin list' did it.",
            ColumnStyle.Text,
            "made",
            m => Moment(m.MadeAt)
        ),
        new(
            "signedIn",
            string.Empty,
            "When he signed in last, in universal time; null for never.",
            ColumnStyle.Text,
            "signed in",
            m => Moment(m.SignedInAt)
        ),
        new("sessions", "count", "In how many browsers he is signed in.", ColumnStyle.Whole, "sessions", m => m.Sessions),
    ];

    public static IReadOnlyList<Command> Create() => [Make(), List(), Link(), Remove()];

    private static DocumentedCommand Make()
    {
        var create = new DocumentedCommand(
            "create",
            "Makes a moderator, or gives one a new password and signs him out everywhere. The password is read from the terminal, or as "
                + "one line from standard input; only its hash is kept.",
            "rootscope admin create ann --password-file password.txt"
        );
        Argument<string> name = NameArgument();
        Option<string?> data = SiteArgument.CreateFolder();
        var file = new Option<FileInfo?>("--password-file")
        {
            Description = "A file whose first line is the password, instead of standard input.",
            HelpName = "FILE",
        };
        create.Add(name);
        create.Add(data);
        create.Add(file);
        create.SetAction(parsed =>
        {
            string password = PasswordOf(parsed.GetValue(file), parsed.InvocationConfiguration.Error);
            string moderator = parsed.GetRequiredValue(name);
            if (Moderators.FaultOf(moderator, password) is { } fault)
            {
                throw new UsageException(fault);
            }

            Of(parsed, data).Create(moderator, password);

            parsed.InvocationConfiguration.Error.WriteLine($"{moderator} can sign in at /admin/sign-in.");
            return ExitCode.Ok;
        });
        return create;
    }

    private static DocumentedCommand List()
    {
        var command = new DocumentedCommand(
            "list",
            "Lists who may moderate, when each signed in last, and in how many browsers each is signed in.",
            "rootscope admin list"
        );
        Option<string?> data = SiteArgument.CreateFolder();
        command.Add(data);
        command.SetAction(parsed =>
        {
            _ = ReportWriter.FormatOf(parsed);
            ReportWriter.Write(
                new Report<ModeratorSummary>("moderators", Columns, Of(parsed, data).List(), new Provenance { Command = "admin list" }),
                parsed
            );
            return ExitCode.Ok;
        });
        return command;
    }

    private static DocumentedCommand Link()
    {
        var command = new DocumentedCommand(
            "link",
            "Prints a link that signs a moderator in once, within a quarter of an hour: for whoever has no password at hand, or is kept "
                + "out by the wrong passwords of others.",
            "rootscope admin link ann"
        );
        Argument<string> name = NameArgument();
        Option<string?> data = SiteArgument.CreateFolder();
        var address = new Option<string>("--public-address")
        {
            Description = $"The address of the site, as 'serve' has it. Default: {DefaultAddress}.",
            HelpName = "URL",
            DefaultValueFactory = _ => DefaultAddress,
        };
        command.Add(name);
        command.Add(data);
        command.Add(address);
        command.SetAction(parsed =>
        {
            string given = parsed.GetRequiredValue(address);
            if (!Uri.TryCreate(given, UriKind.Absolute, out Uri? site) || site.Scheme is not ("http" or "https"))
            {
                throw new UsageException($"--public-address '{given}' is no address of a site. Write it as {DefaultAddress}.");
            }

            string secret = Of(parsed, data).Link(parsed.GetRequiredValue(name));
            parsed.InvocationConfiguration.Output.WriteLine(new Uri(site, $"/admin/link?token={secret}"));
            return ExitCode.Ok;
        });
        return command;
    }

    private static DocumentedCommand Remove()
    {
        var command = new DocumentedCommand(
            "remove",
            "Takes a moderator away and signs him out everywhere, at once. What he has decided stays, and stays under his name.",
            "rootscope admin remove ann"
        );
        Argument<string> name = NameArgument();
        Option<string?> data = SiteArgument.CreateFolder();
        command.Add(name);
        command.Add(data);
        command.SetAction(parsed =>
        {
            string moderator = parsed.GetRequiredValue(name);
            Of(parsed, data).Remove(moderator);
            parsed.InvocationConfiguration.Error.WriteLine($"{moderator} may no longer moderate.");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Argument<string> NameArgument() => new("NAME") { Description = "The moderator's name." };

    private static Moderators Of(ParseResult parsed, Option<string?> data) => new(SiteArgument.FolderOf(parsed, data), TimeProvider.System);

    private static string? Moment(DateTimeOffset? at) =>
        at?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private static string PasswordOf(FileInfo? file, TextWriter messages)
    {
        if (file is not null)
        {
            return file.Exists
                ? File.ReadLines(file.FullName).FirstOrDefault() ?? string.Empty
                : throw new UsageException($"There is no file '{file.FullName}' to read the password from.");
        }

        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? string.Empty;
        }

        messages.Write("Password: ");
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                password.Length = Math.Max(0, password.Length - 1);
            }
            else if (key.KeyChar != '\0')
            {
                password.Append(key.KeyChar);
            }
        }

        messages.WriteLine();
        return password.ToString();
    }
}
