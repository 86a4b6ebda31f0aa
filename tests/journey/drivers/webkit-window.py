#!/usr/bin/python3
"""A window of WebKitGTK for WebKitWebDriver. MiniBrowser forgets its profile when it is driven; this one does not.

Arguments: a folder for the profile, or "private"; a folder for downloads; width; height.
"""
import os
import sys
from urllib.parse import quote

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

profile, downloads, width, height = sys.argv[1:5]

if profile == "private":
    manager = WebKit2.WebsiteDataManager.new_ephemeral()
else:
    manager = WebKit2.WebsiteDataManager(base_data_directory=profile, base_cache_directory=profile)
context = WebKit2.WebContext.new_with_website_data_manager(manager)
context.set_automation_allowed(True)


def save(_context, download):
    def choose(one, name):
        one.set_destination("file://" + quote(os.path.join(downloads, name)))
        return True

    download.connect("decide-destination", choose)


# As in any browser: only the newest tab is in sight, so pages in the others know that they are hidden.
tabs = Gtk.Notebook(show_tabs=False, show_border=False)
window = Gtk.Window()
window.set_default_size(int(width), int(height))
window.add(tabs)


def create_view(_session):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    view.connect("close", lambda closed: tabs.remove(closed))
    tabs.append_page(view)
    window.show_all()
    tabs.set_current_page(-1)
    return view


def start(_context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name("webkit-window")
    info.set_version(1, 0, 0)
    session.set_application_info(info)
    session.connect("create-web-view", create_view)
    session.connect("create-web-view::tab", create_view)
    session.connect("create-web-view::window", create_view)


context.connect("download-started", save)
context.connect("automation-started", start)
Gtk.main()
