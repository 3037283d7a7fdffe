using System.CommandLine;
using System.Text;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Web.Discussion;
using Rootscope.Web.Hosting;
using Rootscope.Web.Moderation;
using Rootscope.Web.Settings;

namespace Rootscope.Tool;

/// <summary><c>rootscope admin</c>: the care of the discussion of the observatory.</summary>
internal static class AdminCommand
{
    public static Command Create()
    {
        var admin = new Command("admin", "Cares for the discussion of the observatory: who may moderate it, and what it holds.");
        var create = new DocumentedCommand(
            "create",
            "Makes a moderator, or gives one a new password. The password is read from the terminal, or as one line from standard "
                + "input; only its hash is kept.",
            "rootscope admin create ann --password-file password.txt"
        );
        var name = new Argument<string>("NAME") { Description = "The moderator's name." };
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
            string folder = SiteArgument.FolderOf(parsed, data);
            string password = PasswordOf(parsed.GetValue(file), parsed.InvocationConfiguration.Error);
            if (password.Length < Moderators.ShortestPassword)
            {
                throw new UsageException(
                    $"The password has {password.Length} characters; it needs at least {Moderators.ShortestPassword}."
                );
            }

            Directory.CreateDirectory(folder);
            string moderator = parsed.GetRequiredValue(name);
            new Moderators(folder, TimeProvider.System).Create(moderator, password);
            parsed.InvocationConfiguration.Error.WriteLine($"{moderator} can sign in at /admin/sign-in.");
            return ExitCode.Ok;
        });
        admin.Add(create);
        admin.Add(Export());
        admin.Add(Import());
        return admin;
    }

    private static DocumentedCommand Export()
    {
        var command = new DocumentedCommand(
            "export-comments",
            "Writes the comments of the site, one a line of JSON, oldest first. No address of a writer is in them.",
            "rootscope admin export-comments",
            "rootscope admin export-comments --all -o comments.jsonl"
        );
        Option<string?> data = SiteArgument.CreateFolder();
        var all = new Option<bool>("--all")
        {
            Description = "Also comments that wait, were declined or are spam. Default: those that everybody reads.",
        };
        command.Add(data);
        command.Add(all);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                CommentExchange comments = await OpenAsync(parsed, data, cancellation);
                int count = parsed.GetValue(ReportWriter.OutputFile) is { } file
                    ? await WriteAsync(comments, file, parsed.GetValue(all), cancellation)
                    : await comments.ExportAsync(parsed.InvocationConfiguration.Output, parsed.GetValue(all), cancellation);
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"{count} comments");
                return ExitCode.Ok;
            }
        );
        return command;
    }

    private static async Task<int> WriteAsync(CommentExchange comments, string file, bool withUnpublished, CancellationToken cancellation)
    {
        await using var lines = new StreamWriter(file, append: false, new UTF8Encoding(false));
        return await comments.ExportAsync(lines, withUnpublished, cancellation);
    }

    private static DocumentedCommand Import()
    {
        var command = new DocumentedCommand(
            "import-comments",
            "Takes in comments that 'admin export-comments' has written, all or none; those that are here already stay as they are.",
            "rootscope admin import-comments comments.jsonl"
        );
        var file = new Argument<FileInfo>("FILE") { Description = "One comment a line of JSON." };
        Option<string?> data = SiteArgument.CreateFolder();
        command.Add(file);
        command.Add(data);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                FileInfo given = parsed.GetRequiredValue(file);
                if (!given.Exists)
                {
                    throw new UsageException($"There is no file '{given.FullName}' to take comments from.");
                }

                CommentExchange comments = await OpenAsync(parsed, data, cancellation);
                using var lines = new StreamReader(given.FullName, new UTF8Encoding(false, throwOnInvalidBytes: false));
                ImportOutcome outcome = await comments.ImportAsync(lines, given.Name, cancellation);
                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    $"{outcome.Taken} comments taken in, {outcome.Known} here already"
                );
                return ExitCode.Ok;
            }
        );
        return command;
    }

    private static async Task<CommentExchange> OpenAsync(ParseResult parsed, Option<string?> data, CancellationToken cancellation)
    {
        ObservatoryOptions options = SiteArgument.OptionsOf(parsed, data);
        Directory.CreateDirectory(options.DataFolder);
        return await DiscussionHosting.OpenAsync(options, cancellation);
    }

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
