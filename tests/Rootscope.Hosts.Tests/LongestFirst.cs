using Rootscope.Hosts.Tests;
using Rootscope.Hosts.Tests.Answers;
using Rootscope.Hosts.Tests.Cli;
using Rootscope.Hosts.Tests.Storage.Formats;
using Rootscope.Hosts.Tests.Storage.Workspaces;
using Rootscope.Hosts.Tests.Web;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Rootscope.Hosts.Tests;

/// <summary>
/// Begins with the classes whose tests take longest one after the other, so that at the end no single one of them keeps the others' cores
/// idle. The rest follow by name.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(PageBrowserTests),
        typeof(HelpTests),
        typeof(AllFacesTests),
        typeof(StakeValidityPageTests),
        typeof(DocumentationTests),
        typeof(StakeSenseTests),
        typeof(RootsValidateTests),
        typeof(ReportPageTests),
        typeof(BrowserTests),
        typeof(PackageTests),
        typeof(WorkspaceCrashTests),
        typeof(FuzzTests),
        typeof(HandedOnTests),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections
                .OrderBy(c => PlaceOf(c.TestCollectionDisplayName))
                .ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal),
        ];

    /// <summary>A collection of one class is called after it: "Test collection for Name (id: …)".</summary>
    private static int PlaceOf(string collection)
    {
        int place = Array.FindIndex(Long, t => collection.Contains($" {t.FullName} ", StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
