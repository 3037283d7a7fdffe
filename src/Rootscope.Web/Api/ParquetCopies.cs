using Rootscope.Storage.Database;
using Rootscope.Storage.Export;
using Rootscope.Tables;
using Rootscope.Web.Hosting;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Api;

/// <summary>
/// Parquet files of answers. They are written by way of a file in the site's data folder, whose name says nothing of the request.
/// </summary>
internal sealed class ParquetCopies(ObservatoryOptions options) : IDisposable
{
    // One at a time: a copy of a large table takes as much memory as the table.
    private readonly SemaphoreSlim _one = new(1);

    private string Folder => Path.Combine(options.DataFolder, "parquet");

    /// <summary>An answer as a Parquet file.</summary>
    public async Task<byte[]> OfAsync(Report report, CancellationToken cancellation)
    {
        PrivateFiles.CreateFolder(Folder);
        string path = Path.Combine(Folder, $"answer-{DiscussionKeys.NewKey()}.parquet");
        try
        {
            report.WriteParquet(path);
            PrivateFiles.Tighten(path);
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>All cells of a table as a file under its hash, written once; without a path where they may not be passed on.</summary>
    public async Task<(string? Path, string Hash, string Reason)> FlowsAsync(FlowTable table, CancellationToken cancellation)
    {
        var terms = RedistributionTerms.Of(table.Metadata);
        string hash = table.ContentHash;
        if (!terms.IsAllowed)
        {
            return (null, hash, terms.Reason);
        }

        string path = Path.Combine(Folder, $"{hash}.parquet");
        await _one.WaitAsync(cancellation);
        try
        {
            if (!File.Exists(path))
            {
                PrivateFiles.CreateFolder(Folder);
                await Task.Run(
                    () => TableExport.Write(table, path, ExportFormat.Parquet, rightsConfirmed: false, cancellation),
                    cancellation
                );
                PrivateFiles.Tighten(path);
            }
        }
        finally
        {
            _one.Release();
        }

        return (path, hash, terms.Reason);
    }

    public void Dispose() => _one.Dispose();
}
