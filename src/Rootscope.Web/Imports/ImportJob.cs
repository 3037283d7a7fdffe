using System.Text.Json.Serialization;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Files;

namespace Rootscope.Web.Imports;

/// <summary>How far an import is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportStage>))]
internal enum ImportStage
{
    /// <summary>It waits for the one before it.</summary>
    Queued,

    /// <summary>Its files are read and checked.</summary>
    Reading,

    /// <summary>The table is in the workspace.</summary>
    Done,

    /// <summary>Nothing was changed; <see cref="ImportView.Message"/> says why.</summary>
    Failed,
}

/// <summary>An import as it is at one moment.</summary>
/// <param name="Id">Its random name.</param>
/// <param name="Table">The name that the table is to have.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Read">What is read. Unit: bytes.</param>
/// <param name="Total">What there is to read. Unit: bytes.</param>
/// <param name="Message">Place and repair of the fault; empty where there is none.</param>
internal sealed record ImportView(string Id, string Table, ImportStage Stage, long Read, long Total, string Message)
{
    /// <summary>Whether nothing more will happen.</summary>
    public bool IsOver => Stage is ImportStage.Done or ImportStage.Failed;
}

/// <summary>What somebody asks to be imported.</summary>
/// <param name="Format">The word of the files' format.</param>
/// <param name="Table">The name that the table is to have.</param>
/// <param name="Year">The year; null where the files tell it.</param>
/// <param name="Country">The country to take out of files that hold many; null for none.</param>
internal sealed record ImportRequest(string Format, string Table, int? Year, string? Country);

/// <summary>One import: what is asked, how far it is, what came of it. Safe to read while it goes on.</summary>
/// <param name="id">Its random name.</param>
/// <param name="request">What is asked.</param>
/// <param name="files">The files, each with the name that its sender gave it, which is shown and nothing else.</param>
internal sealed class ImportJob(string id, ImportRequest request, IReadOnlyList<(string Path, string Shown)> files)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImportStage _stage = ImportStage.Queued;
    private string _message = string.Empty;
    private ReadingProgress? _reading;

    public ImportRequest Request => request;

    public IReadOnlyList<(string Path, string Shown)> Files => files;

    public ImportView View
    {
        get
        {
            lock (_gate)
            {
                long total = _reading?.Total ?? 0;
                return new ImportView(id, request.Table, _stage, Math.Min(_reading?.Read ?? 0, total), total, _message);
            }
        }
    }

    public void Set(ImportStage stage, string message = "", ReadingProgress? reading = null)
    {
        TaskCompletionSource told;
        lock (_gate)
        {
            _stage = stage;
            _message = message;
            _reading = reading ?? _reading;
            told = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }

    /// <summary>The present state, then every change, and in between how much is read, until it is over.</summary>
    public async IAsyncEnumerable<ImportView> Watch(
        TimeSpan every,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            ImportView view = View;
            yield return view;
            if (view.IsOver)
            {
                yield break;
            }

            await Task.WhenAny(changed, Task.Delay(every, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
