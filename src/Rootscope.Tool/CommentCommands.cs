using System.CommandLine;
using System.Text;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Web.Discussion;
using Rootscope.Web.Settings;

namespace Rootscope.Tool;

/// <summary>The comments of a site, out of it and into it: a part of <c>rootscope admin</c>.</summary>
internal static class CommentCommands
{
    public static IReadOnlyList<Command> Create() => [Export(), Import()];

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
        return await DiscussionHosting.OpenAsync(options, cancellation);
    }
}
