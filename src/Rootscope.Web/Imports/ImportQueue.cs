using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;
using Rootscope.Tables.Checks;
using Rootscope.Web.Hosting;
using Rootscope.Web.Language;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Imports;

/// <summary>Imports tables that were sent as files, one after the other, by the readers that <c>rootscope data add</c> uses.</summary>
/// <remarks>
/// Files lie in a folder of the site under names of its own while they are read, and are deleted then. Formats in which one file names
/// another are not taken here: such a name would be a visitor's path. An import is a transaction: a table is whole in the workspace, or
/// nothing has changed.
/// </remarks>
internal sealed class ImportQueue(ObservatoryOptions options, SiteMeter meter, ILogger<ImportQueue> log) : BackgroundService
{
    private static readonly Action<ILogger, Exception?> LogFailure = LoggerMessage.Define(
        LogLevel.Error,
        new EventId(0, nameof(LogFailure)),
        "An import failed"
    );

    private const int Waiting = 4;
    private const int JobsKept = 32;
    private const int LongestName = 100;

    /// <summary>Share of output by which a table may be off when it is checked, as on the command line.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>The formats that can be sent.</summary>
    public static IReadOnlyList<ITableFormat> Formats { get; } = [.. TableFormats.Known.All.Where(f => !f.NamesOtherFiles)];

    /// <summary>The suffixes that files may have.</summary>
    public static IReadOnlyList<string> Suffixes { get; } = [.. Formats.SelectMany(f => f.Suffixes).Append(".zip").Distinct()];

    private readonly Channel<ImportJob> _waiting = Channel.CreateBounded<ImportJob>(Waiting);
    private readonly Dictionary<string, ImportJob> _jobs = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Lock _gate = new();
    private readonly TableLibrary _tables = new(options.WorkspaceFolder);

    private string Folder => Path.Combine(options.DataFolder, "imports");

    /// <summary>The import of that name; null where there is none.</summary>
    public ImportJob? Find(string id)
    {
        lock (_gate)
        {
            return _jobs.GetValueOrDefault(id);
        }
    }

    /// <summary>Takes files. What is wrong with the request itself is told by a job that has failed already.</summary>
    /// <returns>The job's name; null where too many wait.</returns>
    public async Task<string?> SubmitAsync(ImportRequest request, IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        string id = DiscussionKeys.NewKey();
        if (
            (
                files.Count == 0
                    ? "No file was sent. Choose the file, or the files of one table."
                    : _tables.FaultOf(request.Table, replace: false)?.ToString()
            ) is
            { } fault
        )
        {
            var refused = new ImportJob(id, request, []);
            refused.Set(ImportStage.Failed, fault);
            Keep(id, refused);
            return id;
        }

        string folder = Path.Combine(Folder, id);
        PrivateFiles.CreateFolder(Folder);
        PrivateFiles.CreateFolder(folder);
        var kept = new List<(string Path, string Shown)>();
        for (int i = 0; i < files.Count; i++)
        {
            string path = Path.Combine(folder, FormattableString.Invariant($"{i + 1}{SuffixOf(files[i].FileName)}"));
            await using (var file = new FileStream(path, PrivateFiles.Opening(FileMode.CreateNew)))
            {
                await files[i].CopyToAsync(file, cancellation);
            }

            kept.Add((path, ForeignText.Contained(files[i].FileName, LongestName)));
        }

        var job = new ImportJob(id, request, kept);
        if (!_waiting.Writer.TryWrite(job))
        {
            Directory.Delete(folder, recursive: true);
            return null;
        }

        Keep(id, job);
        return id;
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // What an earlier process left half-read is of no use to anybody.
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (ImportJob job in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await Task.Run(() => Import(job, stoppingToken), stoppingToken);
            meter.ImportEnded(job.View.Stage.ToString().ToLowerInvariant());
        }
    }

    private void Import(ImportJob job, CancellationToken cancellation)
    {
        string[] paths = [.. job.Files.Select(f => f.Path)];
        try
        {
            using var reading = new ReadingProgress(paths);
            job.Set(ImportStage.Reading, reading: reading);
            (string format, string name, int? year, string? country) = job.Request;
            FlowTable table = TableFormats.Known.Read(format, paths, name, year, tolerance: null, country, cancellation);
            TableCheck.Of(table, Tolerance).RequireProductive(string.Join(", ", paths));
            cancellation.ThrowIfCancellationRequested();
            _tables.Import(table);
            job.Set(ImportStage.Done);
        }
        catch (OperationCanceledException)
        {
            job.Set(ImportStage.Failed, "The site stops. Send the files again later.");
        }
        catch (Exception fault) when (fault is RootscopeException or ArgumentException)
        {
            job.Set(ImportStage.Failed, Told(fault.Message, job));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFailure(log, fault);
            job.Set(ImportStage.Failed, "The import failed; the server's log says why.");
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(paths[0])!, recursive: true);
        }
    }

    /// <summary>A fault names files as their sender knows them, and no folder of the site.</summary>
    private static string Told(string message, ImportJob job)
    {
        foreach ((string path, string shown) in job.Files)
        {
            message = message
                .Replace(path, shown, StringComparison.Ordinal)
                .Replace(Path.GetFileName(path) + ",", shown + ",", StringComparison.Ordinal);
        }

        return message;
    }

    /// <summary>Readers tell text from archives by the suffix; of what was sent, nothing but one of these words is taken over.</summary>
    private static string SuffixOf(string name) =>
        Suffixes.FirstOrDefault(s => name.EndsWith(s, StringComparison.OrdinalIgnoreCase)) ?? ".csv";

    private void Keep(string id, ImportJob job)
    {
        lock (_gate)
        {
            _jobs[id] = job;
            _order.Enqueue(id);
            if (_order.Count > JobsKept)
            {
                _jobs.Remove(_order.Dequeue());
            }
        }
    }
}
