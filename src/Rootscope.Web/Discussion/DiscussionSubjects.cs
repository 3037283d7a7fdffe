using Rootscope.Catalogue;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;
using Rootscope.Web.Runs;

namespace Rootscope.Web.Discussion;

/// <summary>Something that people may discuss.</summary>
/// <param name="Id">Its name in the database, such as <c>technology/logic_chips</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Its page.</param>
public sealed record DiscussionSubject(string Id, Phrase Title, string Address);

/// <summary>What there is to discuss; nothing else can be commented on.</summary>
internal sealed class DiscussionSubjects(SiteAnswers economies, RunQueue runs)
{
    /// <summary>The subject of a kind and name; null where there is none.</summary>
    public DiscussionSubject? Find(string kind, string id) =>
        kind switch
        {
            "technology"
                when economies.Catalogue.Technologies.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal))
                    is { } technology => Of(technology),
            "page" => Pages.FirstOrDefault(p => p.Id == $"page/{id}"),
            "run" when runs.Kept.Knows(id) => OfRun(id, id[..8]),
            _ => null,
        };

    /// <summary>Says that a subject is discussed: a run is kept as long as it is.</summary>
    public void Hold(DiscussionSubject subject)
    {
        const string Run = "run/";
        if (subject.Id.StartsWith(Run, StringComparison.Ordinal))
        {
            runs.Kept.Hold(subject.Id[Run.Length..]);
        }
    }

    /// <summary>How economies catch up.</summary>
    public static readonly DiscussionSubject OfUpgrading = new("page/upgrade", new Phrase("Upgrading", "升级"), "/upgrade");

    /// <summary>Where budgets go.</summary>
    public static readonly DiscussionSubject OfPlans = new("page/plan", new Phrase("Plans", "规划"), "/plan");

    private static readonly DiscussionSubject[] Pages = [OfUpgrading, OfPlans];

    /// <summary>A saved run under the hash of its content.</summary>
    public static DiscussionSubject OfRun(string id, string name) =>
        new($"run/{id}", new Phrase($"Scenario {name}", $"情景 {name}"), $"/runs/{id}");

    public static DiscussionSubject Of(Technology technology) =>
        new($"technology/{technology.Id}", new Phrase(technology.Name, technology.ChineseName), $"/technology/{technology.Id}");
}
