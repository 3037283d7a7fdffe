using System.Globalization;
using Rootscope.Screening.Lists;
using Rootscope.Storage.Downloads;
using Rootscope.Storage.Formats.Screening;

namespace Rootscope.Storage.Screening;

/// <summary>Fetches a published list and reads it as a list that the user added: the same checks, the same refusals.</summary>
public static class ListDownload
{
    /// <summary>More than this is no list. Unit: bytes.</summary>
    public const long LargestFile = 256L << 20;

    /// <summary>A list that takes longer is given up; what has come stays for the next time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Fetches the files of a list into a folder and reads them.</summary>
    /// <param name="store">What reads them.</param>
    /// <param name="published">The list.</param>
    /// <param name="name">What the list is called in the workspace.</param>
    /// <param name="folder">Where files and parts of files are kept while they come; what was read is removed.</param>
    /// <param name="choice">What the user says of it.</param>
    /// <param name="patience">How long a silent connection is waited for; null for the usual.</param>
    /// <param name="progress">Told how far each file is; null for nobody.</param>
    /// <param name="cancellation">Stops at once.</param>
    /// <returns>The list, not yet kept, and its files as they came.</returns>
    /// <exception cref="DownloadException">A file could not be fetched: the message says what to do.</exception>
    /// <exception cref="Rootscope.Tables.TableException">What came is not the list, or not the whole of it.</exception>
    public static async Task<(StoredList List, IReadOnlyList<DownloadedFile> Files)> GetAsync(
        ScreeningStore store,
        PublishedList published,
        string name,
        string folder,
        ListChoice choice,
        TimeSpan? patience,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(choice);
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        within.CancelAfter(Longest);
        List<DownloadedFile> files = [];
        foreach (PublishedFile file in published.Files)
        {
            var request = new DownloadRequest
            {
                Address = file.Address,
                Target = Path.Combine(folder, file.Name),
                LargestSize = LargestFile,
            };
            request = patience is { } stall ? request with { Stall = stall, Pause = stall / 10, Attempts = 2 } : request;
            try
            {
                files.Add(await FileDownload.GetAsync(request, progress, within.Token).ConfigureAwait(false));
            }
            catch (DownloadException e) when (e.Fault is not DownloadFault.Disk)
            {
                throw new DownloadException(
                    e.Fault,
                    e.Address,
                    FaultText.Of(
                        $"{e.Reason} The address was looked up on {published.Checked} and may have moved: take the file from the "
                            + $"publisher's page, {published.Page}, and add it ({published.Layout}), or give the new address "
                            + $"({Repair.Option("address")})."
                    ),
                    e
                );
            }
            catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
            {
                throw new DownloadException(
                    DownloadFault.Unreachable,
                    file.Address,
                    FaultText.Of(
                        $"the list did not come within {Longest.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} minutes. What "
                            + $"has come stays: ask again, and it goes on from there."
                    ),
                    e
                );
            }
        }

        StoredList list = store.ReadFiles(ListLayouts.Find(published.Layout), name, [.. files.Select(f => f.Path)], choice, cancellation);
        ListSource source = list.List.Source;
        if (source.Date.Length == 0 && files[0].Modified is { } modified)
        {
            source = source with { Date = modified.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
            list = list with { List = new ScreeningList(source, list.List.Records) };
        }

        foreach (DownloadedFile file in files)
        {
            File.Delete(file.Path);
        }

        return (list, files);
    }
}
