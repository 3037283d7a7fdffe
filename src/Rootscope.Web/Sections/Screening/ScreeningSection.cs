using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Sections.Screening;

/// <summary>Names against the lists of the workspace, for the owner of the site.</summary>
internal sealed class ScreeningSection : ISiteSection
{
    public const string Policy = "screen";
    public const string Address = "/screen";

    public static readonly Phrase Title = new("Screening", "名单筛查");

    public NavigationEntry Navigation { get; } = new(Title, Address) { Policy = Policy };

    public IReadOnlyList<IFigureSource> Figures { get; } = [];

    /// <summary>Adds the policy by which names are typed only by the owner of the site.</summary>
    public static void Add(IServiceCollection services, ObservatoryOptions options) =>
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAssertion(asked => OwnerPolicy.Holds(asked, options)));
}
