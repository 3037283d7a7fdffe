using System.CommandLine;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rootscope.Answers;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Cli.Tool;

/// <summary><c>rootscope doctor</c>: whether this machine and its workspace are fit.</summary>
internal static class DoctorCommand
{
    /// <summary>One thing that was looked at.</summary>
    private sealed record Sight(string Item, object Value, bool IsInOrder);

    private static readonly IReadOnlyList<Column<Sight>> Columns =
    [
        new("item", string.Empty, "What was looked at.", ColumnStyle.Text, "item", s => s.Item),
        new("value", string.Empty, "What was found.", ColumnStyle.Prose, "value", s => s.Value),
        new("ok", string.Empty, "False where something needs repair.", ColumnStyle.Flag, "ok", s => s.IsInOrder),
    ];

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "doctor",
            "Shows versions, processor, workspace and embedded tables, and whether each is in order. Exit code 1 where one is not.",
            "rootscope doctor",
            "rootscope doctor -f json"
        );
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        _ = ReportWriter.FormatOf(parsed);
        List<Sight> rows =
        [
            new("rootscope", EngineVersion.Text, true),
            new("runtime", RuntimeInformation.FrameworkDescription, true),
            new(
                "system",
                $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}",
                true
            ),
            new("processors", Environment.ProcessorCount, true),
            new("vectors", VectorSupport(), true),
            new("memory", $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024):N0} MiB available", true),
        ];
        var library = new TableLibrary(parsed.GetValue(TableArgument.Workspace));
        rows.Add(WorkspaceRow(library.Workspace.Place));
        rows.AddRange(EmbeddedTables.Names.Select(n => TableRow("embedded table", n, library)));
        rows.AddRange(ImportedRows(library));
        ReportWriter.Write(new Report<Sight>("doctor", Columns, rows, new Provenance { Command = "doctor" }) { IsWhole = true }, parsed);
        return rows.TrueForAll(r => r.IsInOrder) ? ExitCode.Ok : ExitCode.Unexpected;
    }

    private static string VectorSupport() =>
        Vector512.IsHardwareAccelerated ? "512 bits (AVX-512)"
        : Vector256.IsHardwareAccelerated ? "256 bits (AVX2)"
        : Vector128.IsHardwareAccelerated ? "128 bits"
        : "none: dense computations will be slow";

    private static IEnumerable<Sight> ImportedRows(TableLibrary library)
    {
        try
        {
            return [.. library.Workspace.List().Select(t => TableRow("imported table", t.Name, library))];
        }
        catch (RootscopeException e)
        {
            return [new Sight("imported tables", OptionPhrases.Told(e), false)];
        }
    }

    private static Sight TableRow(string item, string name, TableLibrary library)
    {
        try
        {
            return new Sight(item, $"{name} {library.Read(name).ContentHash}", true);
        }
        catch (RootscopeException e)
        {
            return new Sight(item, OptionPhrases.Told(e), false);
        }
    }

    /// <summary>Whether tables could be written: into the folder, or into the nearest folder above that exists.</summary>
    private static Sight WorkspaceRow(string folder)
    {
        string? existing = folder;
        while (existing is not null && !Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing);
        }

        string state = existing == folder ? string.Empty : ", not there yet, would be created on the first import";
        try
        {
            string probe = Path.Combine(existing ?? folder, $".rootscope-{Environment.ProcessId}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return new Sight("workspace", $"{folder}{state}, writable", true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Sight(
                "workspace",
                $"{folder}{state}, not writable ({e.Message}): name another with --workspace or in {WorkspaceFolder.Variable}",
                false
            );
        }
    }
}
