using System.Text.Json;

namespace Rootscope.Storage.Downloads;

/// <summary>What an archive publishes about one of its files: length and hash.</summary>
/// <remarks>Source: the REST API of Zenodo (InvenioRDM), where a file is an object with <c>size</c> and <c>checksum</c>.</remarks>
public static class PublishedChecks
{
    private const int LargestRecord = 1 << 20;

    /// <summary>Asks an archive for the length (bytes) and the hash of a file.</summary>
    /// <param name="record">Where it says so.</param>
    /// <param name="cancellation">Stops at once.</param>
    /// <exception cref="DownloadException">It does not say so there.</exception>
    public static async Task<(long Size, FileHash Hash)> AskAsync(Uri record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        string file = Path.Combine(Path.GetTempPath(), $"rootscope-record-{Path.GetRandomFileName()}.json");
        try
        {
            var request = new DownloadRequest
            {
                Address = record,
                Target = file,
                LargestSize = LargestRecord,
                Attempts = 3,
            };
            await FileDownload.GetAsync(request, progress: null, cancellation).ConfigureAwait(false);
            using JsonDocument document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false));
            return (
                document.RootElement.GetProperty("size").GetInt64(),
                FileHash.Parse(document.RootElement.GetProperty("checksum").GetString() ?? string.Empty)
            );
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new DownloadException(
                DownloadFault.Differs,
                record,
                "the archive does not say there how long the file is and which hash it has. Its addresses may have changed.",
                e
            );
        }
        finally
        {
            File.Delete(file);
        }
    }
}
