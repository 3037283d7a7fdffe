using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rootscope.Answers.Questions;
using Rootscope.Shocks;
using Rootscope.Web.Addresses;

namespace Rootscope.Web.Answering;

/// <summary>Makes what the first pages show as soon as the site has started, so that their first readers need not wait.</summary>
/// <remarks>Nothing waits for it: the site stops without it, and whoever asks for the same meanwhile waits for the same work.</remarks>
internal sealed class FirstAnswers(SiteAnswers answers, ILogger<FirstAnswers> log) : IHostedService, IDisposable
{
    private static readonly Action<ILogger, Exception?> NotMade = LoggerMessage.Define(
        LogLevel.Warning,
        new EventId(0, nameof(NotMade)),
        "What the first pages show could not be made before anybody asked."
    );

    /// <summary>Whoever opens a page at once has the processors alone.</summary>
    private static readonly TimeSpan After = TimeSpan.FromSeconds(5);

    /// <summary>A technology whose page stands for those of all others.</summary>
    private const string Example = "logic_chips";

    private readonly CancellationTokenSource _stop = new();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => MakeAsync(_stop.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stop.Cancel();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private async Task MakeAsync(CancellationToken cancellation)
    {
        try
        {
            // What every page of a technology rests on, and the program itself made ready.
            var first = new PageState();
            _ = answers.Stakes.OfOneAtHand(first, Example);
            await Task.Delay(After, cancellation);
            foreach (SupplyScope supply in (SupplyScope[])[SupplyScope.All, SupplyScope.Imported])
            {
                _ = answers.Stakes.Of(first, supply);
            }

            _ = answers.Roots(first);
            _ = answers.WeakSpots(first);
            _ = answers.HasExposures(answers.Table(ExposureQuestion.DefaultTable));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The site was stopped before.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whoever asks meets the fault where it can be told.
            NotMade(log, fault);
        }
    }
}
