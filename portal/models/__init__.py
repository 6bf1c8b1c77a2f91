"""The site's own models, one concern a file."""

from portal.models.base import PortalPage
from portal.models.gallery import GalleryIndexPage, GalleryPage
from portal.models.home import FeaturedStory, HomePage
from portal.models.jobs import JobRun
from portal.models.links import WebLink, WebLinkGroup
from portal.models.media import PortalFile, PortalImage, PortalRendition
from portal.models.notices import NoticeIndexPage, NoticePage
from portal.models.site_settings import SiteSettings
from portal.models.standard import ContactPage, OrganisationChartPage, OrganisationPerson, SiteMapPage, StandardPage

__all__ = [
    "ContactPage",
    "FeaturedStory",
    "GalleryIndexPage",
    "GalleryPage",
    "HomePage",
    "JobRun",
    "NoticeIndexPage",
    "NoticePage",
    "OrganisationChartPage",
    "OrganisationPerson",
    "PortalFile",
    "PortalImage",
    "PortalPage",
    "PortalRendition",
    "SiteMapPage",
    "SiteSettings",
    "StandardPage",
    "WebLink",
    "WebLinkGroup",
]
